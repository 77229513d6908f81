package whatis.service.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves what the page is made of. */
@Configuration(proxyBeanMethods = false)
class PageFiles implements WebMvcConfigurer {

    /** Kept, but asked about each time: page and scripts of two versions must not meet. */
    static final CacheControl CACHING = CacheControl.noCache();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/page/**")
                .addResourceLocations("classpath:/whatis/service/page/files/")
                .setCacheControl(CACHING)
                // All files in the jar have the same time, in every version.
                .setUseLastModified(false)
                .setEtagGenerator(PageFiles::tag);
    }

    private static String tag(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
