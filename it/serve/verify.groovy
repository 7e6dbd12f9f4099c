// Starts the goal in a process of its own, asks it, and stops it.
boolean windows = System.getProperty('os.name').startsWith('Windows')
String mvn = new File(System.getProperty('maven.home'), 'bin/' + (windows ? 'mvn.cmd' : 'mvn'))
def command = [mvn, '-B', '-s', new File(basedir, '../interpolated-settings.xml'), "-Dmaven.repo.local=$localRepositoryPath", 'pagetrack:serve']*.toString()
Process process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).start()
// Far more than it needs: reading its output ends when it is killed, so nobody waits for ever.
process.onExit().orTimeout(5, java.util.concurrent.TimeUnit.MINUTES).exceptionally { process.destroyForcibly() }
try {
    def lines = []
    String statistics = null
    process.inputStream.newReader('UTF-8').with { reader ->
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines << line
            def found = line =~ /Statistics: (http:\/\/localhost:\d+\/pagetotals)/
            if (found) {
                statistics = found[0][1]
                break
            }
        }
    }
    assert statistics != null : lines.join('\n')
    assert lines.any { it =~ /DynamoDB: aws dynamodb query --table-name PageTrackTable .* --endpoint-url http:\/\/localhost:\d+/ }
    assert new URL(statistics).getText('UTF-8') == '{"/":1,"blog/a/":1}'
} finally {
    process.destroy()
    process.waitFor()
}
// The goal has released the table: this process can lock its folder.
def channel = java.nio.channels.FileChannel.open(
        new File(basedir, '.pagetrack/dynamodb/pagetrack.lock').toPath(), java.nio.file.StandardOpenOption.WRITE)
assert channel.tryLock() != null
channel.close()
