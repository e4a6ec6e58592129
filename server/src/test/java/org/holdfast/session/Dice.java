package org.holdfast.session;

/// Our own numbers (SplitMix64), so that a seed means the same on every machine and every Java.
public final class Dice {
    private long state;

    public Dice(long seed) {
        this.state = seed;
    }

    /// The dice of the `number`th of many, from one seed.
    public static Dice of(long seed, int number) {
        return new Dice(new Dice(seed + number).next());
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        var z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }
}
