package org.holdfast.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    @ParameterizedTest
    @CsvSource({
        "20.30.40.50, ANYWHERE",
        "192.0.2.1, EXAMPLE",
        "192.0.3.1, ANYWHERE",
        "198.51.100.9, EXAMPLE",
        "198.51.101.9, ANYWHERE",
        "203.0.113.7, EXAMPLE",
        "203.0.114.7, ANYWHERE",
        "10.99.0.1, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.254, PRIVATE",
        "172.32.0.1, ANYWHERE",
        "192.168.1.20, PRIVATE",
        "192.169.1.20, ANYWHERE",
        "169.254.3.4, LINK",
        "100.64.0.1, CARRIER",
        "100.127.9.9, CARRIER",
        "100.128.0.1, ANYWHERE",
        "127.0.0.1, LOOPBACK",
        "localhost, LOOPBACK",
        "0.0.0.0, UNKNOWN",
        "2001:db8::7, EXAMPLE",
        "[2001:0DB8:1::7], EXAMPLE",
        "2001:db9::7, ANYWHERE",
        "::ffff:203.0.113.7, EXAMPLE",
        "fd12:3456::1, PRIVATE",
        "fe80::1, LINK",
        "::1, LOOPBACK",
        "::ffff:192.168.1.2, PRIVATE",
        "meet.example, UNKNOWN",
        "7c1b4a6e.local, UNKNOWN",
    })
    void an_address_tells_from_where_it_can_be_reached(String address, Reach reach) {
        assertEquals(reach, Reach.of(address));
    }
}
