package whatis.service.admission;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Tells with each answer of a service that is stopping to close the connection: a client that sent another request over it
 * might be cut off.
 */
@RestControllerAdvice
final class ConnectionCloseAdvice implements ResponseBodyAdvice<Object> {

    private final Admission admission;

    ConnectionCloseAdvice(Admission admission) {
        this.admission = admission;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (admission.isClosed()) {
            response.getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        return body;
    }
}
