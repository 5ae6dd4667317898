package vn.takedown.report.document;

import java.util.List;

/** A numbered section. */
public record Section(int number, String title, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }
}
