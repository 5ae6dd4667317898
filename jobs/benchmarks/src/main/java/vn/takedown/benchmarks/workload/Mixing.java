package vn.takedown.benchmarks.workload;

import java.util.HexFormat;

/** Numbers that look random and are not: the finalizer of SplitMix64, a bijection. */
final class Mixing {

    private static final HexFormat HEX = HexFormat.of();

    private Mixing() {}

    static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Uniform from 0 to below the bound. */
    static int below(long number, int bound) {
        return (int) Long.remainderUnsigned(mix(number), bound);
    }

    /** 64 hex digits. */
    static String key(long number) {
        StringBuilder key = new StringBuilder(64);
        for (int part = 0; part < 4; part++) {
            key.append(HEX.toHexDigits(mix(number * 4 + part + 1)));
        }
        return key.toString();
    }

    /** The shape of a UUID, another one for each number. */
    static String id(long number) {
        String first = HEX.toHexDigits(mix(number));
        String second = HEX.toHexDigits(mix(~number));
        return first.substring(0, 8)
                + '-'
                + first.substring(8, 12)
                + '-'
                + first.substring(12)
                + '-'
                + second.substring(0, 4)
                + '-'
                + second.substring(4);
    }
}
