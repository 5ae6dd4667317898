package vn.takedown.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.stack.server.Addresses;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.RunFolder;
import vn.takedown.stack.server.StateFolder;

class BackgroundRunTest {

    private static final URI SOMEWHERE = URI.create("http://127.0.0.1:9200");

    @TempDir private Path folder;

    @Test
    void otherCommandsReadTheAddressesOfAllServers() {
        assertReadAgain(
                new Addresses(
                        "127.0.0.1:9092",
                        SOMEWHERE,
                        SOMEWHERE.resolve("/flink"),
                        SOMEWHERE.resolve("/alertmanager"),
                        SOMEWHERE.resolve("/prometheus")));
    }

    @Test
    void serversThatWereNotAskedForHaveNoAddress() {
        assertReadAgain(new Addresses("127.0.0.1:9092", SOMEWHERE, SOMEWHERE, null, null));
    }

    private void assertReadAgain(Addresses addresses) {
        RunFolder run = StateFolder.resolve(folder, new Installation(folder)).newRun("test");
        BackgroundRun written = new BackgroundRun(addresses, "job");

        written.writeTo(run);

        assertThat(BackgroundRun.readFrom(run)).contains(written);
    }
}
