package vn.takedown.stack.server;

import java.util.List;

/**
 * Runs a program that does not look at its standard input: a shell does, and ends the program when
 * this launcher is gone.
 */
final class Guard {

    private static final String SCRIPT =
            """
            exec 3<&0
            "$@" </dev/null 3<&- &
            node=$!
            trap 'kill "$node" 2>/dev/null' TERM INT HUP
            { read -r _; kill "$node" 2>/dev/null; } <&3 &
            watch=$!
            exec 3<&-
            wait "$node"
            code=$?
            while kill -0 "$node" 2>/dev/null; do
              wait "$node"
              code=$?
            done
            kill "$watch" 2>/dev/null
            exit "$code"
            """;

    private Guard() {}

    /**
     * The command to which the program and its arguments are added.
     *
     * @param name of the program, for the list of processes
     */
    static List<String> command(String name) {
        return List.of("sh", "-c", SCRIPT, name + "-guard");
    }
}
