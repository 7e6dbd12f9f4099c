import dev.pagetrack.deploy.AwsStub

def aws = new AwsStub()
context.aws = aws
new File(basedir, '.mvn').mkdir()
new File(basedir, '.mvn/maven.config').setText("-Dpagetrack.endpoint=${aws.endpoint()}\n-Dpagetrack.region=eu-central-1\n", 'UTF-8')
