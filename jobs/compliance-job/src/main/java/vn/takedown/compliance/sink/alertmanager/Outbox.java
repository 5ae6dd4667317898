package vn.takedown.compliance.sink.alertmanager;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is yet to be sent to one Alertmanager: of each alert the newest post, oldest first. */
final class Outbox {

    private final int capacity;
    private final Map<String, AlertPost> posts = new LinkedHashMap<>();

    Outbox(int capacity) {
        this.capacity = capacity;
    }

    /** Returns how many others had to go: they will be sent again by the re-sender. */
    int add(AlertPost post) {
        posts.remove(post.identity());
        posts.put(post.identity(), post);
        return shorten();
    }

    private int shorten() {
        int gone = 0;
        Iterator<String> oldest = posts.keySet().iterator();
        while (posts.size() > capacity) {
            oldest.next();
            oldest.remove();
            gone++;
        }
        return gone;
    }

    /** Takes up to {@code count} posts out. */
    List<AlertPost> take(int count) {
        List<AlertPost> taken = new ArrayList<>();
        Iterator<AlertPost> oldest = posts.values().iterator();
        while (taken.size() < count && oldest.hasNext()) {
            taken.add(oldest.next());
            oldest.remove();
        }
        return taken;
    }

    /**
     * Puts posts back that could not be sent, unless newer ones have come.
     *
     * @return how many had to go
     */
    int putBack(List<AlertPost> unsent) {
        Map<String, AlertPost> newer = new LinkedHashMap<>(posts);
        posts.clear();
        unsent.forEach(post -> posts.put(post.identity(), post));
        posts.putAll(newer);
        return shorten();
    }

    boolean isEmpty() {
        return posts.isEmpty();
    }

    /** The body of a request. */
    static byte[] body(List<AlertPost> posts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte separator = '[';
        for (AlertPost post : posts) {
            body.write(separator);
            body.writeBytes(post.json());
            separator = ',';
        }
        body.write(']');
        return body.toByteArray();
    }
}
