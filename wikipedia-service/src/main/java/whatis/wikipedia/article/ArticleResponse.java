package whatis.wikipedia.article;

import whatis.wikipedia.encyclopedia.Article;

/** An article on the wire; {@code contracts/article.json} shows one. */
record ArticleResponse(
        String title, String url, String extract, String language, String licence, boolean disambiguation) {

    /** Wikipedia's for text, see its page Wikipedia:Copyrights. */
    private static final String LICENCE = "CC BY-SA 4.0";

    static ArticleResponse of(Article article, int characters) {
        return new ArticleResponse(
                article.title(),
                article.url().toString(),
                article.extract(characters),
                article.language(),
                LICENCE,
                article.disambiguation());
    }
}
