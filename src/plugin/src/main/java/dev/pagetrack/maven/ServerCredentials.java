package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.aws.ConnectionSettings.AccessKey;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Reads access keys from the servers of {@code settings.xml}, and decrypts them as Maven does. */
final class ServerCredentials {

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    ServerCredentials(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /** @throws WrongSettingException if there is no such server, or it has no user name or password */
    AccessKey accessKey(String serverId) {
        var server = settings.getServer(serverId);
        if (server == null || server.getUsername() == null || server.getPassword() == null) {
            throw new WrongSettingException(
                    "<serverId> (pagetrack.serverId) is '" + serverId + "', but settings.xml has"
                            + " no <server> of that id with <username> (the access key's id) and <password> (its secret).");
        }
        var decrypted =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
        return new AccessKey(decrypted.getUsername(), decrypted.getPassword());
    }
}
