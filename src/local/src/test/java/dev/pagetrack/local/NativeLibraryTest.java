package dev.pagetrack.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64",
        "Linux, aarch64",
        "Linux, i386",
        "Mac OS X, x86_64",
        "Mac OS X, aarch64",
        "Windows 11, amd64",
        "Windows Server 2022, amd64",
        "Windows 10, x86",
    })
    void isInTheJarForThePlatform(String osName, String osArch) {
        assertThatCode(() -> NativeLibrary.check(osName, osArch)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Windows 11, aarch64",
        "Linux, riscv64",
        "Linux, ppc64le",
        "Linux, s390x",
        "Linux, arm",
        "FreeBSD, amd64",
        "AIX, ppc64",
    })
    void isMissingForThePlatformAndTheMessageSaysWhatToDo(String osName, String osArch) {
        assertThatThrownBy(() -> NativeLibrary.check(osName, osArch))
                .isInstanceOf(LocalDynamoDbException.class)
                .hasMessageContainingAll("os.name=" + osName, "os.arch=" + osArch, "pagetrack.endpoint");
    }
}
