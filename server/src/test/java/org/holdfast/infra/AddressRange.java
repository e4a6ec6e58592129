package org.holdfast.infra;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// From one address to another, both of one family. A v4-mapped address stays one of sixteen bytes.
record AddressRange(int bytes, BigInteger first, BigInteger last) {
    private static final int V4 = 4;
    private static final int V6 = 16;

    /// `FIRST-LAST`, as coturn has it.
    static AddressRange between(String text) {
        var dash = text.indexOf('-');
        var first = bytes(text.substring(0, dash));
        return new AddressRange(first.length, number(first), number(bytes(text.substring(dash + 1))));
    }

    /// `ADDRESS/BITS`, as registries have it.
    static AddressRange cidr(String text) {
        var slash = text.indexOf('/');
        var first = bytes(text.substring(0, slash));
        var free = first.length * Byte.SIZE - Integer.parseInt(text.substring(slash + 1));
        var last = number(first).add(BigInteger.TWO.pow(free)).subtract(BigInteger.ONE);
        return new AddressRange(first.length, number(first), last);
    }

    boolean holds(AddressRange other) {
        return bytes == other.bytes && first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
    }

    boolean isEverything() {
        return first.signum() == 0 && last.bitLength() == bytes * Byte.SIZE;
    }

    static byte[] bytes(String address) {
        try {
            var found = InetAddress.getByName(address).getAddress();
            return address.contains(":") && found.length == V4 ? mapped(found) : found;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    private static byte[] mapped(byte[] four) {
        var six = new byte[V6];
        Arrays.fill(six, V6 - V4 - 2, V6 - V4, (byte) 0xff);
        System.arraycopy(four, 0, six, V6 - V4, V4);
        return six;
    }

    private static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes);
    }
}
