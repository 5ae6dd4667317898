package vn.takedown.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AlertOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "demo --alert-webhook http://127.0.0.1:9099/, --alert-webhook needs --alerts.",
        "up --alert-webhook http://127.0.0.1:9099/, --alert-webhook needs --alerts.",
        "demo --alerts --alert-webhook desk, --alert-webhook looks like http://127.0.0.1:9099/",
        "up --alerts --alert-webhook ftp://desk/, --alert-webhook looks like http://127.0.0.1:9099/"
    })
    void aWebhookThatCannotBeCalledIsWrongUsage(String arguments, String told) {
        StringWriter err = new StringWriter();
        int exit =
                new CommandLine(new TakedownCommand())
                        .setErr(new PrintWriter(err))
                        .execute(arguments.split(" "));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains(told);
    }
}
