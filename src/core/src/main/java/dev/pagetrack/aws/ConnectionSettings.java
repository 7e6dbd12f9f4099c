package dev.pagetrack.aws;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import java.net.URI;
import java.util.Optional;

/**
 * Region, endpoint and credentials for AWS. For an empty setting, the SDK uses its default chain: environment, system
 * properties, {@code ~/.aws/config}, the role of the machine.
 *
 * @param region such as {@code eu-central-1}
 * @param profile a profile of {@code ~/.aws/config}
 * @param endpoint replaces the endpoint of the region, for example for DynamoDB Local
 * @param credentials an access key from the settings of the build
 */
public record ConnectionSettings(
        Optional<String> region, Optional<String> profile, Optional<URI> endpoint, Optional<AccessKey> credentials) {

    /** Uses the default chain of the SDK for everything. */
    public static final ConnectionSettings DEFAULT =
            new ConnectionSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ConnectionSettings {
        requireNonNull(region, "region");
        requireNonNull(profile, "profile");
        requireNonNull(endpoint, "endpoint");
        requireNonNull(credentials, "credentials");
        endpoint.ifPresent(ConnectionSettings::requireWebAddress);
    }

    /** Checked here because the SDK fails on other endpoints with exceptions that do not name the setting. */
    private static void requireWebAddress(URI endpoint) {
        boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!web || endpoint.getHost() == null) {
            throw new WrongSettingException("<endpoint> (pagetrack.endpoint) is '" + endpoint
                    + "': write a full URL, such as http://localhost:8000.");
        }
    }

    /**
     * An AWS access key.
     *
     * @param id its id
     * @param secret its secret, which {@link #toString} leaves out so that no message shows it
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
