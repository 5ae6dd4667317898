package vn.takedown.stack.server;

import java.net.URI;

/**
 * Where the servers of a stack listen.
 *
 * @param kafka {@code host:port} of the broker
 * @param elasticsearch base address
 * @param flink base address of the REST interface and the web UI; null without Flink
 * @param alertmanager base address; null when there is none
 * @param prometheus base address; null when there is none
 */
public record Addresses(
        String kafka, URI elasticsearch, URI flink, URI alertmanager, URI prometheus) {}
