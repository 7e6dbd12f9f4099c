context.aws.close()

// The classes of the SDK that call CloudFormation were found, and work with the rest of the SDK.
assert context.aws.calls().containsAll(['DescribeStacks', 'GetCallerIdentity', 'CreateChangeSet', 'ExecuteChangeSet'])
assert context.aws.parameters().LogBucket == 'logs'

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('CREATE_COMPLETE AWS::CloudFormation::Stack pagetrack')
assert log.contains('<region>eu-central-1</region>')
