import dev.pagetrack.OutsideProgram

OutsideProgram.named('hugo').run(basedir.toPath(), '--quiet')
