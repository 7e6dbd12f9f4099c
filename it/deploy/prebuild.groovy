import dev.pagetrack.deploy.AwsStub

def aws = new AwsStub().readyForFirstDeployment()
context.aws = aws
new File(basedir, '.mvn').mkdir()
new File(basedir, '.mvn/maven.config').setText("-Dpagetrack.endpoint=${aws.endpoint()}\n", 'UTF-8')
