/** Says what went wrong, in fixed sentences (RFC 9457), and explains each problem on a page. */
@NullMarked
package whatis.web.problem;

import org.jspecify.annotations.NullMarked;
