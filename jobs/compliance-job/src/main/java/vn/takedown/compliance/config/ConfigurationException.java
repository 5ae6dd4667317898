package vn.takedown.compliance.config;

/** A setting is wrong; the message is one line that names its key and says what to do. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }
}
