package whatis.wikipedia.article;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import whatis.web.problem.ProblemException;
import whatis.wikipedia.encyclopedia.Article;
import whatis.wikipedia.encyclopedia.CacheSettings;
import whatis.wikipedia.encyclopedia.Encyclopedia;
import whatis.wikipedia.problem.Problem;

/** Answers a search term with an article. */
@RestController
class ArticleController {

    private final Encyclopedia encyclopedia;
    private final CacheSettings settings;
    private final InstantSource clock;

    ArticleController(Encyclopedia encyclopedia, CacheSettings settings, InstantSource clock) {
        this.encyclopedia = encyclopedia;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(path = "/articles", produces = MediaType.APPLICATION_JSON_VALUE)
    ArticleResponse article(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "500") int characters,
            @RequestParam(defaultValue = "en") String language,
            HttpServletResponse response) {
        ArticleRequest request = new ArticleRequest(query, characters, language);
        Article article = request.lookup()
                .flatMap(encyclopedia::find)
                .orElseThrow(() -> new ProblemException(Problem.NO_PAGE_FOUND));
        // An age past max-age shows a client, too, that the article is stale.
        long age = Duration.between(article.retrieved(), clock.instant()).toSeconds();
        response.setHeader(HttpHeaders.AGE, Long.toString(age));
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(settings.freshness(article)).cachePublic().getHeaderValue());
        return ArticleResponse.of(article, characters);
    }
}
