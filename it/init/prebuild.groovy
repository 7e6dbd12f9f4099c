def hugo = new ProcessBuilder('hugo', '--quiet').directory(basedir).redirectErrorStream(true).start()
String said = hugo.inputStream.text
assert hugo.waitFor() == 0 : said
