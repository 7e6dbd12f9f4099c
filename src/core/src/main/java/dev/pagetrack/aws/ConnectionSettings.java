package dev.pagetrack.aws;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import java.net.URI;
import java.util.Optional;

/**
 * Where AWS is, and as whom to talk to it. What is left out, the SDK's own chain finds: environment, system
 * properties, {@code ~/.aws/config}, the machine's role.
 *
 * @param region such as {@code eu-central-1}
 * @param profile of {@code ~/.aws/config}
 * @param endpoint instead of the region's own, for DynamoDB Local and the like
 * @param credentials keys given by the build itself
 */
public record ConnectionSettings(
        Optional<String> region, Optional<String> profile, Optional<URI> endpoint, Optional<AccessKey> credentials) {

    /** Everything as the SDK finds it. */
    public static final ConnectionSettings DEFAULT =
            new ConnectionSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ConnectionSettings {
        requireNonNull(region, "region");
        requireNonNull(profile, "profile");
        requireNonNull(endpoint, "endpoint");
        requireNonNull(credentials, "credentials");
        endpoint.ifPresent(ConnectionSettings::requireWebAddress);
    }

    /** The SDK fails on others with whatever exception comes first. */
    private static void requireWebAddress(URI endpoint) {
        boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!web || endpoint.getHost() == null) {
            throw new WrongSettingException("<endpoint> (pagetrack.endpoint) is '" + endpoint
                    + "': write a whole address, such as http://localhost:8000.");
        }
    }

    /**
     * An AWS access key.
     *
     * @param id its id
     * @param secret its secret, which no message ever shows
     */
    public record AccessKey(String id, String secret) {

        public AccessKey {
            requireNonNull(id, "id");
            requireNonNull(secret, "secret");
        }

        @Override
        public String toString() {
            return "AccessKey[" + id + "]";
        }
    }
}
