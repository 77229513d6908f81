package whatis.service.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import whatis.service.model.Model;

/** Has a request count as work for the CPU from the moment at which its image has arrived. */
final class ArrivedWork implements HandlerInterceptor {

    private final Admission admission;
    private final Model model;

    ArrivedWork(Admission admission, Model model) {
        this.admission = admission;
        this.model = model;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        admission.enter(model.classifier().orElseThrow().timePerImage());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        admission.leave();
    }
}
