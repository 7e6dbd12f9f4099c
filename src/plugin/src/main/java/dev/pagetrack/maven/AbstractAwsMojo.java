package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.aws.ConnectionSettings;
import java.net.URI;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that talks to AWS. */
abstract class AbstractAwsMojo extends AbstractPageTrackMojo {

    /** The AWS region of the table, such as {@code eu-central-1}. Default: the region that the AWS SDK finds. */
    @Parameter(property = "pagetrack.region")
    private @Nullable String region;

    /** The profile in {@code ~/.aws/config} to use. Default: the profile that the AWS SDK finds. */
    @Parameter(property = "pagetrack.profile")
    private @Nullable String profile;

    /**
     * The address of DynamoDB and of the other AWS services that a goal calls, if it is not the regional endpoint of
     * AWS; such as {@code http://localhost:8000}. It conflicts with {@code embedded}.
     */
    @Parameter(property = "pagetrack.endpoint")
    private @Nullable URI endpoint;

    /**
     * The id of a {@code <server>} in {@code settings.xml} whose user name and password are the access key's id and
     * secret. Default: the credentials that the AWS SDK finds.
     */
    @Parameter(property = "pagetrack.serverId")
    private @Nullable String serverId;

    @Inject
    private SettingsDecrypter settingsDecrypter;

    /**
     * The region, endpoint and credentials for AWS.
     *
     * @throws WrongSettingException for a parameter that is wrong, with a message that names it
     */
    final ConnectionSettings connection() {
        var servers = new ServerCredentials(session().getSettings(), settingsDecrypter);
        return new ConnectionSettings(
                Optional.ofNullable(region),
                Optional.ofNullable(profile),
                Optional.ofNullable(endpoint),
                Optional.ofNullable(serverId).map(servers::accessKey));
    }

    final Optional<URI> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    /** Whether the user has set a region, a profile or a server. */
    final boolean hasAccountSettings() {
        return region != null || profile != null || serverId != null;
    }
}
