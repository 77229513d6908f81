package whatis.wikipedia;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Serves Wikipedia's articles to the other services. */
@SpringBootApplication
class WikipediaService {

    public static void main(String[] arguments) {
        SpringApplication.run(WikipediaService.class, arguments);
    }
}
