package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.aws.ConnectionSettings;
import java.net.URI;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** A goal that talks to AWS. */
abstract class AbstractAwsMojo extends AbstractPageTrackMojo {

    /** The AWS region of the table, such as {@code eu-central-1}. Without it, as the AWS SDK finds it. */
    @Parameter(property = "pagetrack.region")
    private String region;

    /** The profile in {@code ~/.aws/config} to use. Without it, as the AWS SDK finds it. */
    @Parameter(property = "pagetrack.profile")
    private String profile;

    /**
     * The address of DynamoDB, and of what else a goal needs of AWS, when it is not the region's own, such as
     * {@code http://localhost:8000}. It conflicts with {@code embedded}.
     */
    @Parameter(property = "pagetrack.endpoint")
    private URI endpoint;

    /**
     * The {@code <server>} in {@code settings.xml} whose user name and password are the access key. Without it, as the
     * AWS SDK finds it.
     */
    @Parameter(property = "pagetrack.serverId")
    private String serverId;

    @Inject
    private SettingsDecrypter settingsDecrypter;

    /**
     * Where AWS is, and as whom to talk to it.
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

    /** Whether the user has said where AWS is, or as whom to talk to it. */
    final boolean hasAccountSettings() {
        return region != null || profile != null || serverId != null;
    }
}
