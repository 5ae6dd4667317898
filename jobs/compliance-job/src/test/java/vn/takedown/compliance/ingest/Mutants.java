package vn.takedown.compliance.ingest;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Records in which a few bytes are flipped, lost, added, repeated or mixed up. */
final class Mutants {

    private Mutants() {}

    static byte[] of(byte[] seed, Random random) {
        byte[] record = seed.clone();
        int mutations = 1 + random.nextInt(4);
        for (int i = 0; i < mutations && record.length > 0; i++) {
            record = mutated(record, random);
        }
        return record;
    }

    private static byte[] mutated(byte[] record, Random random) {
        int from = random.nextInt(record.length);
        int to = from + random.nextInt(Math.min(40, record.length - from) + 1);
        byte[] slice = Arrays.copyOfRange(record, from, to);
        switch (random.nextInt(6)) {
            case 0 -> {
                record[from] ^= (byte) (1 << random.nextInt(8));
                return record;
            }
            case 1 -> {
                return Arrays.copyOf(record, from);
            }
            case 2 -> {
                return replaced(record, from, to, new byte[0]);
            }
            case 3 -> {
                return replaced(record, from, from, new byte[] {(byte) random.nextInt()});
            }
            case 4 -> {
                return replaced(record, to, to, slice);
            }
            default -> {
                List<Byte> shuffled = new ArrayList<>();
                for (byte b : slice) {
                    shuffled.add(b);
                }
                Collections.shuffle(shuffled, random);
                for (int i = 0; i < slice.length; i++) {
                    slice[i] = shuffled.get(i);
                }
                return replaced(record, from, to, slice);
            }
        }
    }

    private static byte[] replaced(byte[] record, int from, int to, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(record, 0, from);
        out.writeBytes(with);
        out.write(record, to, record.length - to);
        return out.toByteArray();
    }
}
