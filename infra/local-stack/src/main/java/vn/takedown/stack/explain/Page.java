package vn.takedown.stack.explain;

import java.util.ArrayList;
import java.util.List;

/** Lines of text of a readable width. */
final class Page {

    /** Becomes a space, but no line ends there. */
    static final char UNBROKEN_SPACE = '\u00a0';

    private static final int WIDTH = 100;

    private final List<String> lines = new ArrayList<>();

    void blank() {
        lines.add("");
    }

    /** A heading with an empty line before it. */
    void heading(String text) {
        blank();
        lines.add(text);
    }

    void line(int indent, String text) {
        wrap(" ".repeat(indent), " ".repeat(indent), text);
    }

    /** A line of which what follows is indented below it. */
    void step(String text) {
        wrap("  ", "      ", text);
    }

    /** A sentence of a list. */
    void item(int indent, String text) {
        wrap(" ".repeat(indent) + "- ", " ".repeat(indent + 2), text);
    }

    /** A name and its value, the values below each other. */
    void entry(String name, int column, String value) {
        String first = "  " + name;
        String gap = " ".repeat(Math.max(1, column - first.length()));
        wrap(first + gap, " ".repeat(column), value);
    }

    private void wrap(String first, String others, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : printable(text).split(" ")) {
            if (begun && line.length() + 1 + word.length() > WIDTH) {
                add(line);
                line = new StringBuilder(others);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        add(line);
    }

    /** Texts of events may hold what would move the cursor of a terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private void add(StringBuilder line) {
        lines.add(line.toString().replace(UNBROKEN_SPACE, ' ').stripTrailing());
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
