import java.util.zip.GZIPOutputStream

// Gzip files with two members, as "cat one.gz two.gz" makes them.
String fields = '#Version: 1.0\n#Fields: date time c-ip cs-method x-host-header cs-uri-stem sc-status cs(User-Agent) x-edge-request-id\n'
String agent = 'Mozilla/5.0%20(X11;%20Linux%20x86_64;%20rv:122.0)%20Gecko/20100101%20Firefox/122.0'
def line = { Map change ->
    def field = [date: '2026-05-04', time: '00:00:00', ip: '192.0.2.3', method: 'GET', host: 'blog.example.com', path: '/blog/a/',
                 status: '200', agent: agent, id: '1'] + change
    field.values().join('\t') + '\n'
}
def write = { String name, String... members ->
    File file = new File(basedir, "logs/cloudfront/$name")
    file.parentFile.mkdirs()
    file.withOutputStream { out ->
        members.each { member ->
            def gzip = new GZIPOutputStream(out)
            gzip.write(member.getBytes('UTF-8'))
            gzip.finish()
        }
    }
}
write('one.gz',
        fields + line(id: '1') + line(id: '2') + line(id: '3', path: '/drafts/x/') + line(id: '4', host: 'other.example.com'),
        fields + line(id: '5', ip: '203.0.113.9') + line(id: '6', agent: 'Mozilla/5.0%20(compatible;%20Googlebot/2.1)') + 'damaged\n')
write('two.gz', fields + line(id: '2') + line(id: '7', path: '/blog/'))
true
