package vn.takedown.report.output;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives whose bytes do not depend on when they were made. */
final class SteadyZip {

    /**
     * A local time, so that the zone does not matter. Not the first moment that the format knows:
     * Java takes that for an earlier one and adds the time in the zone of the machine.
     */
    private static final LocalDateTime ANY_DAY = LocalDateTime.of(1980, 1, 2, 0, 0);

    private SteadyZip() {}

    /** The same entries in the same order, all dated alike. */
    static byte[] of(byte[] archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(archive.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            ZipEntry entry;
            while ((entry = in.getNextEntry()) != null) {
                ZipEntry steady = new ZipEntry(entry.getName());
                steady.setTimeLocal(ANY_DAY);
                out.putNextEntry(steady);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
