package vn.takedown.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.terminal.Progress;

/**
 * Chooses free ports: the usual one, or the next above it. While this is open no other launcher of
 * the same user chooses, so keep it open until the servers listen.
 */
final class Ports implements AutoCloseable {

    private static final int TRIED = 200;

    private final FileChannel channel;
    private final FileLock lock;
    private final Set<Integer> chosen = new HashSet<>();

    private Ports(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static Ports lock(Progress progress) {
        Path file =
                Path.of(System.getProperty("java.io.tmpdir"))
                        .resolve("takedown-" + System.getProperty("user.name") + ".lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                progress.note("Another stack is starting, waiting for it.");
                lock = channel.lock();
            }
            return new Ports(channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    int choose(int usual) {
        for (int port = usual; port < usual + TRIED; port++) {
            if (!chosen.contains(port) && isFree(port)) {
                chosen.add(port);
                return port;
            }
        }
        throw new StackFailure(
                "No free port between " + usual + " and " + (usual + TRIED - 1) + ".");
    }

    private static boolean isFree(int port) {
        // A server on all addresses does not hinder a bind to the loopback address on every
        // system, so both are tried.
        return canBind(new InetSocketAddress(port))
                && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
