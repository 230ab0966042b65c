#include "site/record_coder.h"

namespace broadsheet {

void RecordCoder::DateOf(std::optional<Date>& date) {
  Optional(date, [this](Date& value) {
    for (int* part : {&value.year, &value.month, &value.day, &value.hour, &value.minute,
                      &value.second, &value.offset_minutes}) {
      Number(*part);
    }
    Number(value.has_time);
  });
}

}  // namespace broadsheet
