context.aws.close()

assert context.aws.calls() == ['DescribeStacks']
assert new File(basedir, 'build.log').getText('UTF-8').contains("There is no stack 'pagetrack'.")
