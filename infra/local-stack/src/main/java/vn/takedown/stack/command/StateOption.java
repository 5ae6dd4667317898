package vn.takedown.stack.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.StateFolder;

/** Where the state lies; the same for every command. */
public final class StateOption {

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description =
                    "folder for all state of the local stack (default: the environment variable"
                            + " TAKEDOWN_STATE_DIR, else .takedown in the project's folder)")
    private Path folder;

    /** Picocli fills in the option. */
    public StateOption() {}

    /** The folder to use. */
    public StateFolder folder(Installation installation) {
        return StateFolder.resolve(folder, installation);
    }
}
