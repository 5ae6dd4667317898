package vn.takedown.stack.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes together with everything they started. */
final class ProcessTree {

    private ProcessTree() {}

    /**
     * Asks all of them to end, and ends by force what is left after the grace period. Returns when
     * they are gone.
     */
    static void end(Collection<ProcessHandle> roots, Duration grace) {
        List<ProcessHandle> processes = new ArrayList<>();
        for (ProcessHandle root : roots) {
            // Listed before the first one ends: a child whose parent is gone cannot be found.
            root.descendants().forEach(processes::add);
            processes.add(root);
        }
        processes.forEach(ProcessHandle::destroy);
        if (!gone(processes, grace)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            gone(processes, Duration.ofSeconds(10));
        }
    }

    private static boolean gone(List<ProcessHandle> processes, Duration limit) {
        CompletableFuture<Void> all =
                CompletableFuture.allOf(
                        processes.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture[]::new));
        try {
            all.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
