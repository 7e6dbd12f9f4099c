import dev.pagetrack.OutsideProgram

OutsideProgram.named('mkdocs').run(basedir.toPath(), 'build', '--quiet')
