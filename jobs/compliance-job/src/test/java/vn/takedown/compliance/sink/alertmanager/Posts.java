package vn.takedown.compliance.sink.alertmanager;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Posts whose JSON is a number that tells them apart. */
final class Posts {

    private Posts() {}

    static AlertPost post(String identity, int number) {
        return new AlertPost(identity, Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    /** The body of a request that holds them. */
    static String body(List<AlertPost> posts) {
        return new String(Outbox.body(posts), StandardCharsets.UTF_8);
    }
}
