// Times RE2 on the patterns and posts that Scripts/measure-patterns lays out, in the same rounds as the test
// `PatternMeasurements` times BylawPattern.
//
//     re2-throughput PATTERNS POSTS     each line of PATTERNS: name, tab, pattern; each line of POSTS: a post

#include <re2/re2.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

using Clock = std::chrono::steady_clock;

// Megabytes a second: the best of five rounds over all posts.
template <typename Round>
static double rate(size_t bytes, long* matches, Round round) {
  double best = 0;
  for (int i = 0; i < 5; i++) {
    auto start = Clock::now();
    *matches = round();
    double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    best = std::max(best, bytes / seconds / 1e6);
  }
  return best;
}

static long countAll(const RE2& pattern, const std::string& post) {
  long found = 0;
  size_t position = 0;
  const char* last = nullptr;
  re2::StringPiece span;
  while (position <= post.size() && pattern.Match(post, position, post.size(), RE2::UNANCHORED, &span, 1)) {
    if (span.empty() && span.data() == last) {
      position++;
      continue;
    }
    found++;
    last = span.data() + span.size();
    position = last - post.data();
  }
  return found;
}

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::vector<std::string> posts;
  std::string line;
  size_t bytes = 0;
  for (std::ifstream file(arguments[2]); std::getline(file, line);) {
    bytes += line.size();
    posts.push_back(line);
  }
  for (std::ifstream file(arguments[1]); std::getline(file, line);) {
    size_t tab = line.find('\t');
    RE2 pattern(line.substr(tab + 1));
    if (!pattern.ok()) return 1;
    long some = 0, all = 0, grouped = 0;
    double first = rate(bytes, &some, [&] {
      long found = 0;
      for (const auto& post : posts) found += RE2::PartialMatch(post, pattern);
      return found;
    });
    double every = rate(bytes, &all, [&] {
      long found = 0;
      for (const auto& post : posts) found += countAll(pattern, post);
      return found;
    });
    std::vector<re2::StringPiece> groups(pattern.NumberOfCapturingGroups() + 1);
    double withGroups = rate(bytes, &grouped, [&] {
      long found = 0;
      for (const auto& post : posts)
        found += pattern.Match(post, 0, post.size(), RE2::UNANCHORED, groups.data(), groups.size());
      return found;
    });
    std::printf("throughput\t%s\t%.0f\t%ld\t%.0f\t%ld\t%.0f\n", line.substr(0, tab).c_str(), first, some, every, all, withGroups);
  }
}
