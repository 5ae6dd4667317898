package vn.takedown.stack.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies in {@code infra/alertmanager} and {@code infra/prometheus}. */
class ShippedConfigurationTest {

    private static final Path SHIPPED = Path.of("..", "alertmanager");

    @ParameterizedTest
    @CsvSource({
        "amtool check-config, alertmanager.yml",
        "amtool check-config, examples/receivers.yml",
        "promtool check config, ../prometheus/prometheus.yml"
    })
    void theServersOwnToolTakesIt(String check, String file) throws Exception {
        List<String> command = new ArrayList<>(List.of(check.split(" ")));
        assumeThat(tool(command.get(0))).as("%s is on the PATH", command.get(0)).isPresent();
        command.add(SHIPPED.resolve(file).toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
    }

    private static Optional<Path> tool(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
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
