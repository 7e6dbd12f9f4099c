import dev.pagetrack.OutsideProgram

OutsideProgram.named('jekyll').run(basedir.toPath(), 'build', '--quiet', '--disable-disk-cache')
