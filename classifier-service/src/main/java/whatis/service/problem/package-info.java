/** Says what went wrong, in fixed sentences (RFC 9457), and explains each problem on a page. */
@NullMarked
package whatis.service.problem;

import org.jspecify.annotations.NullMarked;
