import java.nio.channels.FileChannel
import java.nio.file.StandardOpenOption

// This process is the other build.
File folder = new File(basedir, '.pagetrack/dynamodb')
folder.mkdirs()
def channel = FileChannel.open(new File(folder, 'pagetrack.lock').toPath(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
assert channel.tryLock() != null
context.put('channel', channel)
true
