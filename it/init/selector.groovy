import dev.pagetrack.OutsideProgram

return OutsideProgram.isExpected('hugo')
