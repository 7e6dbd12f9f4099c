// Needs hugo; a build server, which sets CI, has to have it.
boolean found = System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'hugo').canExecute() }
if (!found) {
    println 'No hugo on the PATH: it/init is skipped.'
}
return found || System.getenv('CI') == 'true'
