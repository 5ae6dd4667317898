package vn.takedown.stack.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in {@code infra/alertmanager}. */
class ShippedConfigurationTest {

    private static final Path SHIPPED = Path.of("..", "alertmanager");

    @ParameterizedTest
    @ValueSource(strings = {"alertmanager.yml", "examples/receivers.yml"})
    void alertmanagersOwnToolTakesIt(String file) throws Exception {
        Optional<Path> tool = tool();
        assumeThat(tool).as("amtool is on the PATH").isPresent();
        Process process =
                new ProcessBuilder(
                                tool.get().toString(),
                                "check-config",
                                SHIPPED.resolve(file).toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
    }

    private static Optional<Path> tool() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "amtool"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Test
    void theRunbookHasAnEntryForEveryKind() throws IOException {
        List<String> lines = Files.readAllLines(SHIPPED.resolve("RUNBOOK.md"));

        assertThat(lines)
                .contains(
                        "## ack_overdue",
                        "## deadline_near",
                        "## sla_overdue",
                        "## sla_breach",
                        "## second_notice_due",
                        "## false_claim",
                        "## reinstatement",
                        "## content_recidivism",
                        "## provider_strikes",
                        "## monitor_blind");
    }
}
