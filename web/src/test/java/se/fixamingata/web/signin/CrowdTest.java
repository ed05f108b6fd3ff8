package se.fixamingata.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdTest {

    @Test
    void saysThatThereIsNoRoomAndWhenToComeBack() {
        List<String> calls = new ArrayList<>();
        Crowd.answer((HttpServletResponse) Proxy.newProxyInstance(
                CrowdTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    calls.add(method.getName() + Arrays.toString(arguments));
                    return null;
                }));
        assertThat(calls).containsExactly("setStatus[503]", "setHeader[Retry-After, 10]");
    }
}
